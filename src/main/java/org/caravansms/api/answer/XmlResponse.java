package org.caravansms.api.answer;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.Map;

/** The XML answer of the HTTP API: {@code <response><action/><data/></response>}. */
@XmlRootElement(name = "response")
@XmlAccessorType(XmlAccessType.FIELD)
public class XmlResponse {

    /**
     * Options of JAXB: the XML declaration and the indentation of the vendor's samples, from which its own differ.
     */
    public static final Map<String, Object> FORM = Map.of(
            "org.glassfish.jaxb.xmlHeaders", "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "org.glassfish.jaxb.indentString", "  ");

    @XmlElement
    private final String action;

    @XmlElement
    private final XmlChildren data;

    XmlResponse(String action, XmlChildren data) {
        this.action = action;
        this.data = data;
    }

    /** Required by JAXB. */
    XmlResponse() {
        this("", new XmlChildren());
    }
}
