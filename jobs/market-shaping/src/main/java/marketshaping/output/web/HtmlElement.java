package marketshaping.output.web;

import org.jsoup.nodes.Element;

/**
 * One element of a web page. Text and attributes are escaped on output, and no method adds markup as text. Element and
 * attribute names are constants of the program, never data.
 */
public final class HtmlElement {
    private static final String REPLACEMENT = "\uFFFD";

    private final Element element;

    private HtmlElement(Element element) {
        this.element = element;
    }

    static HtmlElement in(Element parent, String tag) {
        return new HtmlElement(parent.appendElement(tag));
    }

    /** Adds an empty element at the end and returns it. */
    public HtmlElement add(String tag) {
        return in(element, tag);
    }

    /** Adds an element with a text at the end and returns it. */
    public HtmlElement add(String tag, String text) {
        return add(tag).text(text);
    }

    /** Adds a link to an element of the same page. Pages have no other links. */
    public HtmlElement addLink(String id, String text) {
        return add("a", text).with("href", "#" + id);
    }

    /** Adds text at the end. Control characters, which HTML can't contain, are replaced. */
    public HtmlElement text(String text) {
        element.appendText(text.replaceAll("[\\p{Cc}&&[^\t\n]]", REPLACEMENT));
        return this;
    }

    public HtmlElement with(String attribute, String value) {
        element.attr(attribute, value);
        return this;
    }

    /** Sets an attribute without a value, such as {@code open}. */
    public HtmlElement with(String attribute) {
        element.attr(attribute, true);
        return this;
    }

    /** Adds a class for styles. */
    public HtmlElement of(String styleClass) {
        element.addClass(styleClass);
        return this;
    }
}
