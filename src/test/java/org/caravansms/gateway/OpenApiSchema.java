package org.caravansms.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import org.caravansms.OpenApiDocument;

/** A schema of the document, closed: a key that it does not name is an error, other than to a client. */
final class OpenApiSchema {

    private final JsonSchema schema;

    private OpenApiSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** @param pointer where it stands in the document */
    static OpenApiSchema at(String pointer) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$ref", "#" + pointer);
        root.set("paths", closed(OpenApiDocument.at("/paths").deepCopy()));
        root.set("components", closed(OpenApiDocument.at("/components").deepCopy()));
        return new OpenApiSchema(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root));
    }

    /** @return what does not fit, without what it says */
    Set<ValidationMessage> errors(JsonNode document) {
        return schema.validate(document);
    }

    private static JsonNode closed(JsonNode node) {
        node.forEach(OpenApiSchema::closed);
        if (node instanceof ObjectNode object && object.path("type").asText().equals("object")) {
            object.put("additionalProperties", false);
        }
        return node;
    }
}
