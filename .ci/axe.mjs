// Checks HTML pages with axe-core in headless Chromium: node axe.mjs MODULES PAGE...
// MODULES is a folder into which npm has installed axe-core and puppeteer-core. Each page is checked in two widths, with all
// details open, and with each of its filters, chosen by keyboard. The script prints every violation and fails if there is one.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...pages] = process.argv.slice(2);
const require = createRequire(resolve(modules, "any.js"));
const puppeteer = require("puppeteer-core");
const axe = require("axe-core");

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
let violations = 0;
const report = (page, text) => {
  violations++;
  console.error(`${page}: ${text}`);
};
for (const file of pages) {
  for (const width of [1280, 360]) {
    const page = await browser.newPage();
    page.on("requestfailed", (request) => report(file, `requests ${request.url()}`));
    await page.setViewport({ width, height: 900 });
    await page.goto(pathToFileURL(resolve(file)).href);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) {
      report(file, `is ${overflow} pixels too wide for ${width} pixels`);
    }
    const filters = await page.$$eval("input[type=radio]", (inputs) => inputs.length);
    if (filters > 0) {
      await page.focus("input[type=radio]");
    }
    for (let i = 0; i < Math.max(1, filters); i++) {
      // The policy of the page forbids scripts in the page. The debugger may still evaluate this one.
      const { violations: found } = await page.evaluate(`${axe.source}; axe.run()`);
      for (const { id, help, nodes } of found) {
        report(file, `${width} pixels, filter ${i + 1}: ${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`);
      }
      await page.keyboard.press("ArrowRight");
    }
    await page.close();
  }
}
await browser.close();
console.log(`${pages.length} pages, ${violations} violations`);
process.exit(violations ? 1 : 0);
