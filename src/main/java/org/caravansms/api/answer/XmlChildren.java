package org.caravansms.api.answer;

import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.xml.namespace.QName;

/** An element whose children carry their index in their name ({@code statuscode0}), which no static mapping can say. */
@XmlSeeAlso(OptionalField.InXml.class)
public class XmlChildren {

    /** JAXB closes it itself ({@code <serviceprovider0/>}), which it does not do with an empty text. */
    private static final XmlChildren EMPTY = new XmlChildren();

    @XmlAnyElement
    private final List<JAXBElement<?>> children;

    XmlChildren() {
        this(new ArrayList<>());
    }

    private XmlChildren(List<JAXBElement<?>> children) {
        this.children = children;
    }

    /** Children that are made as JAXB comes to write them, so that many of them are never there at once. */
    static XmlChildren madeWhenWritten(int count, IntFunction<JAXBElement<?>> child) {
        return new XmlChildren(new AbstractList<>() {
            @Override
            public JAXBElement<?> get(int index) {
                return child.apply(index);
            }

            @Override
            public int size() {
                return count;
            }
        });
    }

    XmlChildren with(String name, String text) {
        children.add(element(name, text));
        return this;
    }

    XmlChildren with(String name, XmlChildren inner) {
        children.add(element(name, inner));
        return this;
    }

    static JAXBElement<?> element(OptionalField field) {
        return new JAXBElement<>(new QName("optionalfield"), OptionalField.InXml.class, new OptionalField.InXml(field));
    }

    static JAXBElement<?> element(String name, String text) {
        return text.isEmpty()
                ? element(name, EMPTY)
                : new JAXBElement<>(new QName(name), String.class, XmlText.printable(text));
    }

    static JAXBElement<?> element(String name, XmlChildren child) {
        return new JAXBElement<>(new QName(name), XmlChildren.class, child);
    }
}
