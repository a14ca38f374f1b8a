package org.qualityzones.gateway.pages;

import org.qualityzones.gateway.Language;
import org.qualityzones.gateway.PageAnswer;
import org.qualityzones.gateway.Texts;

/** One HTML page without script or outside assets; every text put in is escaped. */
public final class Html {

    public static final String STYLE = "/docs/style.css";

    private final StringBuilder page = new StringBuilder(4096);

    public Html(Language language, String title) {
        raw("<!doctype html><html lang=\"").text(language.locale().getLanguage());
        raw("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        text(title).raw("</title><link rel=\"stylesheet\" href=\"").raw(STYLE).raw("\"></head><body><nav>");
        for (String name : new String[] {"docs", "openapi", "asyncapi", "status", "problems"}) {
            raw("<a href=\"/")
                    .raw(name)
                    .raw("\">")
                    .text(Texts.of(language, "page." + name))
                    .raw("</a>");
        }
        raw("</nav><h1>").text(title).raw("</h1>");
    }

    /** Markup of ours. */
    public Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Anything else. */
    public Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
        return this;
    }

    /** An element with nothing but text. */
    public Html element(String name, String text) {
        return raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
    }

    public PageAnswer answer() {
        return PageAnswer.Content.of("text/html; charset=utf-8", page + "</body></html>\n");
    }
}
