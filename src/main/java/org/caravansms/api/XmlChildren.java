package org.caravansms.api;

import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.annotation.XmlAnyElement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;

/** An element whose children carry their index in their name ({@code statuscode0}), which no static mapping can say. */
public class XmlChildren {

    /** JAXB closes it itself ({@code <serviceprovider0/>}), which it does not do with an empty text. */
    private static final XmlChildren EMPTY = new XmlChildren();

    @XmlAnyElement
    private final List<JAXBElement<?>> children = new ArrayList<>();

    XmlChildren with(String name, String text) {
        if (text.isEmpty()) {
            return with(name, EMPTY);
        }
        children.add(new JAXBElement<>(new QName(name), String.class, printable(text)));
        return this;
    }

    XmlChildren with(String name, XmlChildren child) {
        children.add(new JAXBElement<>(new QName(name), XmlChildren.class, child));
        return this;
    }

    /** XML 1.0 section 2.2 knows no such character: it becomes U+FFFD, in the answer only. */
    private static String printable(String text) {
        return text.codePoints().allMatch(XmlChildren::isXml)
                ? text
                : text.codePoints()
                        .map(c -> isXml(c) ? c : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
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
