package org.caravansms.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.caravansms.OpenApiDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An answer in any format as the JSON that a schema of OpenAPI speaks of. */
final class AnswerTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AnswerTree() {}

    static JsonNode of(String mediaType, String answer) {
        return switch (mediaType) {
            case "application/json" -> OpenApiDocument.parse(answer);
            case "application/xml" -> ofXml(answer);
            case "application/x-www-form-urlencoded" -> ofForm(answer);
            default -> JSON.textNode(answer);
        };
    }

    private static JsonNode ofXml(String answer) {
        try {
            return of(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError(answer, e);
        }
    }

    private static JsonNode of(Element element) {
        ObjectNode children = JSON.objectNode();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.set(inner.getTagName(), of(inner));
            }
        }
        return children.isEmpty() ? leaf(element.getTextContent()) : children;
    }

    private static JsonNode ofForm(String answer) {
        ObjectNode pairs = JSON.objectNode();
        for (String pair : answer.split("&")) {
            String[] parts = pair.split("=", 2);
            pairs.set(parts[0], leaf(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
        }
        return pairs;
    }

    /** Codes and counts are numbers to the document; numbers of telephones are longer. */
    private static JsonNode leaf(String text) {
        return text.matches("[0-9]{1,4}") ? JSON.numberNode(Integer.parseInt(text)) : JSON.textNode(text);
    }
}
