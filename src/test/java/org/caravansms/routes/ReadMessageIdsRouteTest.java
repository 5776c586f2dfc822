package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.Exchange;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.caravansms.api.ApiException;
import org.caravansms.api.ApiJson;
import org.caravansms.api.ApiRequest;
import org.caravansms.api.Client;
import org.caravansms.api.ReadMessageIds;
import org.caravansms.message.Fault;
import org.caravansms.message.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The variables that {@code read-message-ids} leaves for the routes that call it, and the documents that it refuses. */
@CamelMainTest(
        properties = "camel.main.routes-include-pattern=file:routes/read-message-ids.camel.yaml",
        configurationClasses = ReadMessageIdsRouteTest.Beans.class)
class ReadMessageIdsRouteTest {

    private static final int MOST = 2;

    @Produce("direct:read-message-ids")
    ProducerTemplate client;

    @Test
    void folderAndIdsShouldBeVariables() {
        Exchange read = read("{\"folder\":\"Inbox\",\"message_ids\":[\"a-1\",\"a-1\"],\"later\":1}");
        assertEquals(Folder.INBOX, read.getVariable("folder"));
        assertEquals(List.of("a-1"), read.getVariable("messageIds"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | INVALID_REQUEST",
                "null | INVALID_REQUEST",
                "{\"folder\":\"attic\",\"message_ids\":[\"a\"]} | INVALID_PARAMETER",
                "{\"folder\":\"inbox\"} | INVALID_MESSAGE_COUNT",
                "{\"folder\":\"inbox\",\"message_ids\":[\"a\",\"b\",\"c\"]} | INVALID_MESSAGE_COUNT"
            })
    void documentThatNamesNoMessagesShouldBeRefused(String document, Fault fault) {
        ApiException refused =
                assertInstanceOf(ApiException.class, read(document).getException());
        assertEquals(fault, refused.fault());
    }

    private Exchange read(String document) {
        byte[] octets = document.getBytes(StandardCharsets.UTF_8);
        ApiRequest request = new ApiRequest(Map.of(), Map.of(), octets, new Client("127.0.0.1", false, ""));
        return client.request(
                client.getDefaultEndpoint(), exchange -> exchange.getMessage().setBody(request));
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public ReadMessageIds readMessageIds() {
            return new ReadMessageIds(MOST);
        }

        @BindToRegistry
        public ObjectMapper apiJson() {
            return ApiJson.mapper();
        }
    }
}
