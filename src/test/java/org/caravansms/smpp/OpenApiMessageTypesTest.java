package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import org.caravansms.OpenApiDocument;
import org.junit.jupiter.api.Test;

class OpenApiMessageTypesTest {

    @Test
    void documentShouldListTheTypesThatAreThere() {
        List<String> documented = OpenApiDocument.list("/components/schemas/MessageType/enum");
        assertEquals(MessageTypes.TYPES.keySet(), new TreeSet<>(documented));
        assertEquals(MessageTypes.TYPES.size(), documented.size());
    }
}
