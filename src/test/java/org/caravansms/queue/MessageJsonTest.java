package org.caravansms.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.caravansms.message.Destination;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageJsonTest {

    private static final String JSON = """
            {"v":1,"id":"i","user":"u","originator":"o","recipient":"r","type":"SMS:TEXT","text":"t",\
            "provider":"p","acceptedAt":"2026-11-22T10:00:00Z"}""";

    private final MessageJson form = new MessageJson("sms.client-ids");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello World",
                "\"quoted\" and \\ and /",
                "{\"v\":2}",
                "\u0000\u0001\b\t\n\u000B\f\r\u001B\u001F\u007F\u0085\u2028\uFEFF\uFFFF",
                "árvíztűrő €",
                "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69",
                "half of a pair: \uD83D"
            })
    void textShouldComeBackAsItWas(String text) {
        SmsMessage message = message(text, "sandbox");
        assertEquals(message, form.read(form.write(message).body()));
    }

    @Test
    void messageWithoutAProviderShouldComeBackWithoutOne() {
        SmsMessage message = message("t", "");
        assertFalse(form.write(message).body().contains("provider"));
        assertEquals(message, form.read(form.write(message).body()));
    }

    @Test
    void formShouldBeTheOneThatOthersRead() {
        assertEquals(JSON, form.write(message("t", "p")).body());
    }

    @Test
    void idShouldStandBesideTheForm() {
        assertEquals(Map.of("SmsId", "i"), form.write(message("t", "")).properties());
    }

    @Test
    void messagesShouldKeepTheirOrder() {
        List<SmsMessage> messages = List.of(message("a", ""), message("b", ""), message("c", ""));
        assertEquals(
                messages,
                form.writeAll(messages, Collections.nCopies(3, Destination.USUAL)).stream()
                        .flatMap(queued -> queued.body().lines())
                        .map(form::read)
                        .toList());
    }

    @Test
    void priorityThatTheClientNamedShouldComeBack() {
        MessageOptions named =
                new MessageOptions("", null, null, "", Map.of(), MessageOptions.USUAL_PRIORITY, "", Map.of());
        SmsMessage message = new SmsMessage("i", "u", "o", "r", "SMS:TEXT", "t", "", Instant.EPOCH, named);
        assertEquals(message, form.read(form.write(message).body()));
        assertFalse(form.write(message("t", "")).body().contains("priority"));
    }

    @Test
    void fieldsAndParametersOfTheSubmitSmShouldComeBack() {
        MessageOptions asked = new MessageOptions(
                "", null, null, "", Map.of(SmppField.PROTOCOL_ID, 65), null, "CMT", Map.of("0x1400", "\"1101\""));
        SmsMessage message = new SmsMessage("i", "u", "o", "r", "SMS:TEXT", "t", "", Instant.EPOCH, asked);
        String json = form.write(message).body();
        assertTrue(
                json.endsWith(
                        ",\"smpp\":{\"protocol_id\":65},\"serviceType\":\"CMT\",\"tlv\":{\"0x1400\":\"\\\"1101\\\"\"}}"),
                json);
        assertEquals(message, form.read(json));
        assertUnreadable("its field 0x1400 is not a string", JSON.replace("\"v\":1", "\"v\":1,\"tlv\":{\"0x1400\":7}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "-1", "1.5", "\"4\"", "null"})
    void priorityThatIsNoneShouldBeNamed(String priority) {
        assertUnreadable(
                "its field priority is not 0 to 9", JSON.replace("\"v\":1", "\"v\":1,\"priority\":" + priority));
    }

    @Test
    void unknownFieldsShouldBeIgnored() throws Exception {
        String newer = json().put("urgency", 3).set("parts", json()).toString();
        assertEquals(message("t", "p"), form.read(newer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "id", "user", "originator", "recipient", "type", "text", "acceptedAt"})
    void missingFieldShouldBeNamed(String name) throws Exception {
        assertUnreadable(
                "its field " + name + " is missing", json().without(name).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "user", "originator", "recipient", "type", "text", "acceptedAt"})
    void fieldOfAnotherKindShouldBeNamed(String name) throws Exception {
        String fault = "its field " + name + " is not a string";
        assertUnreadable(fault, json().put(name, 7).toString());
        assertUnreadable(fault, json().putNull(name).toString());
        assertUnreadable(fault, json().set(name, json()).toString());
    }

    @Test
    void timeThatIsNoneShouldBeNamed() throws Exception {
        assertUnreadable(
                "its field acceptedAt is not an ISO 8601 instant",
                json().put("acceptedAt", "today").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "\"one\"", "null"})
    void anotherVersionShouldBeRefused(String version) {
        assertUnreadable("its version is not 1", JSON.replace("\"v\":1", "\"v\":" + version));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json          | it is not JSON",
                "{\"v\":1         | it is not JSON",
                "''               | its field v is missing",
                "[1]              | its field v is missing",
                "\"v\"            | its field v is missing",
                "null             | its field v is missing"
            })
    void rubbishShouldBeRefused(String json, String fault) {
        assertUnreadable(fault, json);
    }

    @ParameterizedTest
    @NullSource
    void messageWithoutATextShouldBeRefused(String none) {
        assertUnreadable("it is not a text message", none);
    }

    private void assertUnreadable(String fault, String json) {
        UnreadableMessageException refusal = assertThrows(UnreadableMessageException.class, () -> form.read(json));
        assertEquals("Unreadable message on the queue: " + fault, refusal.getMessage());
    }

    private static ObjectNode json() throws Exception {
        return (ObjectNode) new JsonMapper().readTree(JSON);
    }

    private static SmsMessage message(String text, String provider) {
        return new SmsMessage(
                "i",
                "u",
                "o",
                "r",
                "SMS:TEXT",
                text,
                provider,
                Instant.parse("2026-11-22T10:00:00Z"),
                MessageOptions.NONE);
    }
}
