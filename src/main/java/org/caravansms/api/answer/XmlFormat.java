package org.caravansms.api.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The data format of the XML answers, with the declaration, the indentation and the empty tags of the vendor's
 * samples: clients search the text for {@code <statuscode0>0</statuscode0>}. It writes in pieces, so that a large
 * answer may be on disk.
 */
public final class XmlFormat extends ServiceSupport implements DataFormat {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private static final int PIECE = 8 * 1024;

    @Override
    public void marshal(Exchange exchange, Object response, OutputStream to) throws IOException {
        StringBuilder text = new StringBuilder(PIECE).append(DECLARATION);
        write(((XmlResponse) response).element(), 0, text, to);
        flush(text.append('\n'), to);
    }

    private static void write(XmlElement element, int depth, StringBuilder text, OutputStream to) throws IOException {
        indent(text, depth).append('<').append(element.name());
        if (element.content() instanceof XmlChildren children) {
            children.attributes().forEach((name, value) -> attribute(name, value, text));
            writeAll(element.name(), children, depth, text, to);
        } else {
            escape((String) element.content(), false, text.append('>'));
            end(element.name(), text);
        }
        if (text.length() >= PIECE) {
            flush(text, to);
        }
    }

    private static void writeAll(String name, XmlChildren children, int depth, StringBuilder text, OutputStream to)
            throws IOException {
        if (children.children().isEmpty()) {
            text.append("/>");
            return;
        }
        text.append('>');
        for (XmlElement child : children.children()) {
            write(child, depth + 1, text, to);
        }
        end(name, indent(text, depth));
    }

    private static void attribute(String name, String value, StringBuilder text) {
        escape(value, true, text.append(' ').append(name).append("=\""));
        text.append('"');
    }

    private static StringBuilder indent(StringBuilder text, int depth) {
        return text.append('\n').append("  ".repeat(depth));
    }

    private static void end(String name, StringBuilder text) {
        text.append("</").append(name).append('>');
    }

    private static void escape(String value, boolean inAttribute, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            String escaped = c > '>' ? null : escaped(c, inAttribute);
            if (escaped == null) {
                text.append(c);
            } else {
                text.append(escaped);
            }
        }
    }

    /** A parser changes line breaks as they are: carriage returns (XML 1.0 section 2.11), and all in attributes. */
    private static String escaped(char c, boolean inAttribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '\n' -> inAttribute ? "&#10;" : null;
            case '"' -> inAttribute ? "&quot;" : null;
            default -> null;
        };
    }

    private static void flush(StringBuilder text, OutputStream to) throws IOException {
        to.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream answer) {
        throw new UnsupportedOperationException("Answers are only written");
    }
}
