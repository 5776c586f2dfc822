package org.caravansms.api.answer;

import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/** An element whose children carry their index in their name ({@code statuscode0}), which no static mapping can say. */
public class XmlChildren {

    /** JAXB writes {@code <serviceprovider0/>} for it; for an empty text it writes two tags. */
    private static final XmlChildren EMPTY = new XmlChildren();

    @XmlAnyElement
    private final List<JAXBElement<?>> children;

    @XmlAnyAttribute
    private final Map<QName, String> attributes;

    XmlChildren() {
        this(new ArrayList<>());
    }

    XmlChildren(List<JAXBElement<?>> children) {
        this(children, Map.of());
    }

    private XmlChildren(List<JAXBElement<?>> children, Map<QName, String> attributes) {
        this.children = children;
        this.attributes = attributes;
    }

    /** @return the fields of a stored message */
    static XmlChildren of(Object message) {
        XmlChildren fields = new XmlChildren();
        StoredFields.of(message).forEach((name, value) -> fields.children.add(field(name, value)));
        return fields;
    }

    /** @return a child of that name for each, made while JAXB writes */
    static XmlChildren list(String name, List<?> all) {
        return new XmlChildren(new LazyList<>(all.size(), i -> child(name, all.get(i))));
    }

    private static JAXBElement<?> field(String name, Object value) {
        return value instanceof List<?> all
                ? element(name, list(StoredFields.singular(name), all))
                : element(name, value.toString());
    }

    private static JAXBElement<?> child(String name, Object value) {
        if (value instanceof Map<?, ?> field) {
            Map<QName, String> attributes = new LinkedHashMap<>();
            field.forEach((key, text) -> attributes.put(new QName((String) key), (String) text));
            return element(name, new XmlChildren(List.of(), attributes));
        }
        return value instanceof String text ? element(name, text) : element(name, of(value));
    }

    XmlChildren with(String name, String text) {
        children.add(element(name, text));
        return this;
    }

    static JAXBElement<?> element(String name, String text) {
        return text.isEmpty()
                ? element(name, EMPTY)
                : new JAXBElement<>(new QName(name), String.class, printable(text));
    }

    static JAXBElement<?> element(String name, XmlChildren child) {
        return new JAXBElement<>(new QName(name), XmlChildren.class, child);
    }

    /** Replaces the characters that XML 1.0 cannot carry (section 2.2) by U+FFFD, in the answer only. */
    private static String printable(String text) {
        return isUsual(text)
                ? text
                : text.codePoints()
                        .map(c -> isXml(c) ? c : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Nearly every text; streaming the characters of each took a third of the time of an answer. */
    private static boolean isUsual(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) <= 0xD7FF) {
            i++;
        }
        return i == text.length();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
