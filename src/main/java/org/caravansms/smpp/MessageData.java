package org.caravansms.smpp;

import java.io.IOException;
import java.io.StringReader;
import java.util.HexFormat;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the {@code messagedata} of a client: a small XML document, or octets of two hexadecimal digits each. */
final class MessageData {

    private static final int MAX_CHARACTERS = 4096;

    private MessageData() {}

    /**
     * A DOCTYPE is refused: it could define entities or fetch files.
     *
     * @throws RejectedMessageException when it is too long, not well-formed, or has a DOCTYPE
     */
    static Element root(String document) {
        if (document.length() > MAX_CHARACTERS) {
            throw refused("is longer than the " + MAX_CHARACTERS + " characters of an XML document.");
        }
        try {
            return parser().parse(new InputSource(new StringReader(document))).getDocumentElement();
        } catch (SAXException e) {
            throw refused("is not a well-formed XML document without a DOCTYPE.");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param name what a refusal calls the digits
     * @throws RejectedMessageException when they are something else
     */
    static byte[] octets(String name, String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new RejectedMessageException(
                    Fault.INVALID_MESSAGE_DATA, name + " is not hexadecimal: two digits an octet, no blanks.");
        }
    }

    static RejectedMessageException refused(String what) {
        return new RejectedMessageException(Fault.INVALID_MESSAGE_DATA, "messagedata " + what);
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder parser = factory.newDocumentBuilder();
        // without one the parser writes to the console
        parser.setErrorHandler(new DefaultHandler());
        return parser;
    }
}
