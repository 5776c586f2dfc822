package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitMessagesTest {

    private static final String TYPE = "SMS:TEXT";

    private final SplitMessages split = new SplitMessages(100);

    @Test
    void indexedParametersShouldBecomeAMessageEach() {
        assertEquals(
                List.of(
                        new Seen("0", "+361", "first", TYPE, "Anna", "main"),
                        new Seen("1", "+362", "second", "SMS:WAP", "Bela", "other")),
                split(Map.ofEntries(
                        Map.entry("messagecount", "2"),
                        Map.entry("recipient0", "+361"),
                        Map.entry("messagedata0", "first"),
                        Map.entry("messagetype0", TYPE),
                        Map.entry("originator0", "Anna"),
                        Map.entry("serviceprovider0", "main"),
                        Map.entry("recipient1", "+362"),
                        Map.entry("messagedata1", "second"),
                        Map.entry("messagetype1", "SMS:WAP"),
                        Map.entry("originator1", "Bela"),
                        Map.entry("serviceprovider1", "other"))));
    }

    @Test
    void unindexedParametersShouldBeTheDefaultOfEachMessage() {
        assertEquals(
                List.of(
                        new Seen("0", "+361", "first", "SMS:FLASH", "Anna", "main"),
                        new Seen("1", "+362", "second", "SMS:FLASH", "Bela", "main")),
                split(Map.of(
                        "messagecount", "2",
                        "messagetype", "SMS:FLASH",
                        "originator", "Anna",
                        "serviceprovider", "main",
                        "recipient0", "+361",
                        "messagedata0", "first",
                        "recipient1", "+362",
                        "messagedata1", "second",
                        "originator1", "Bela")));
    }

    @Test
    void textShouldHaveADefaultAndRecipientNone() {
        assertEquals(
                List.of(new Seen("0", null, "Hello", null, null, null)),
                split(Map.of("messagecount", "1", "recipient", "+361", "messagedata", "Hello")));
    }

    @Test
    void messagesAboveTheCountShouldBeIgnored() {
        assertEquals(
                List.of(new Seen("0", "+361", null, null, null, null)),
                split(Map.of("messagecount", "1", "recipient0", "+361", "recipient1", "+362")));
    }

    @Test
    void indexedRecipientShouldNotBeSplit() {
        assertEquals(
                "+361,+362",
                split(Map.of("messagecount", "1", "recipient0", "+361,+362"))
                        .get(0)
                        .recipient());
    }

    @Test
    void messageWithoutACountShouldHaveNoIndex() {
        assertEquals(
                List.of(new Seen("", "+361", "Hello", "SMS:FLASH", "Anna", "main")),
                split(Map.of(
                        "recipient", "+361",
                        "messagedata", "Hello",
                        "messagetype", "SMS:FLASH",
                        "originator", "Anna",
                        "serviceprovider", "main")));
    }

    @Test
    void eachRecipientOfAListShouldGetTheMessage() {
        assertEquals(
                List.of(
                        new Seen("", "+361", "Hello", null, null, null),
                        new Seen("", " 362", "Hello", null, null, null),
                        new Seen("", "063", "Hello", null, null, null)),
                split(Map.of("recipient", "+361, 362;063", "messagedata", "Hello")));
    }

    @Test
    void missingRecipientShouldBeRefused() {
        ApiException refusal = refusal(Map.of("messagedata", "Hello", "recipient0", "+361"));
        assertEquals(Fault.MISSING_PARAMETER, refusal.fault());
        assertEquals("Missing parameter: recipient.", refusal.getMessage());
        assertEquals(Fault.MISSING_PARAMETER, refusal(Map.of("recipient", "")).fault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "", " ", "two", "1.5", "0x1", "99999999999"})
    void countThatIsNoneShouldBeRefused(String count) {
        ApiException refusal = refusal(Map.of("messagecount", count, "recipient0", "+361"));
        assertEquals(Fault.INVALID_MESSAGE_COUNT, refusal.fault());
        assertEquals("messagecount is not a number between 1 and 100.", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "' 7 ', 7", "007, 7"})
    void countShouldBeTheNumberOfMessages(String count, int messages) {
        List<Seen> drafts = split(Map.of("messagecount", count));
        assertEquals(messages, drafts.size());
        assertEquals(Integer.toString(messages - 1), drafts.get(messages - 1).suffix());
    }

    /** What a draft says, parameter by parameter. */
    private record Seen(String suffix, String recipient, String text, String type, String originator, String provider) {

        static Seen of(MessageRequest draft) {
            return new Seen(
                    draft.suffix(),
                    draft.get(MessageField.RECIPIENT),
                    draft.get(MessageField.TEXT),
                    draft.get(MessageField.TYPE),
                    draft.get(MessageField.ORIGINATOR),
                    draft.get(MessageField.PROVIDER));
        }
    }

    private List<Seen> split(Map<String, String> parameters) {
        return split
                .split(new ApiRequest(parameters, Map.of(), new byte[0], new Client("127.0.0.1", false, "")))
                .stream()
                .map(Seen::of)
                .toList();
    }

    private ApiException refusal(Map<String, String> parameters) {
        return assertThrows(ApiException.class, () -> split(parameters));
    }
}
