package marketshaping.output.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;

/**
 * One self-contained HTML document. It has no script and refers to no other file. Its security policy forbids
 * everything but its own styles, so even an error in this program could not make a browser load or run anything.
 */
public final class WebPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private static final String STYLES = styles();

    private final Document document = new Document("");
    private final HtmlElement body;

    public WebPage(String title) {
        document.outputSettings().charset(StandardCharsets.UTF_8).prettyPrint(false);
        HtmlElement html = HtmlElement.in(document, "html").with("lang", "en-GB");
        HtmlElement head = html.add("head");
        head.add("meta").with("charset", "utf-8");
        head.add("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY);
        head.add("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1");
        head.add("meta").with("name", "color-scheme").with("content", "light");
        head.add("title", title);
        document.head().appendElement("style").appendChild(new DataNode(STYLES));
        body = html.add("body");
    }

    public HtmlElement body() {
        return body;
    }

    /** Returns the document as text, to be stored as UTF-8. The same content gives the same text. */
    public String html() {
        return "<!DOCTYPE html>\n" + document.outerHtml() + "\n";
    }

    private static String styles() {
        try (InputStream styles = WebPage.class.getResourceAsStream("page.css")) {
            return new String(styles.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
