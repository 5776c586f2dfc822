package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.broker.Broker;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the SMSC, the reports and the events have of messages that routing rules fit. */
class RuledMessagesTest {

    private static final String READ = Queues.OUTBOUND + ".read";
    private static final String WAITING = Queues.OUTBOUND + ".waiting";

    /** Yesterday to tomorrow, so that midnight may come; and a day that is none of them. */
    private static final List<String> RULES = List.of(
            "sms.outbound name=codes text=\"(?i)code [0-9]{4}\" set=sender:Codes,priority:9",
            "sms.outbound name=bound source=smpp set=sender:Bound",
            "sms.outbound name=twice to=+3630 copy=" + READ + " set=sender:Twice",
            "sms.outbound to=+3670 set=prefix:+3670>+4470",
            READ + "," + WAITING + ":2 name=shared to=+3620",
            "sms.outbound to=+3650 time=" + day(-1) + "-" + day(1) + "@UTC set=sender:Now",
            "sms.outbound to=+3650 time=" + day(3) + "@UTC set=sender:Never",
            "sms.outbound to=+3651 time=" + day(3) + "@UTC set=sender:Never");

    @RegisterExtension
    static final TestApi api = new TestApi(
            "SMS_ROUTING_RULES_FILE",
            file(RULES).toString(),
            "SMS_ROUTING_DEFAULT_COUNTRY",
            "HU",
            "SMS_PROVIDER_SANDBOX_QUEUES",
            Queues.OUTBOUND + "," + READ);

    @Test
    void textShouldChooseTheRuleAndTheReportSayWhatIsSent() throws IOException {
        String report = api.send("recipient=%2B4420123456&originator=1234&messagedata=your+Code+4711")
                .text();
        assertTrue(report.contains("<originator>Codes</originator>"), report);
        api.send("recipient=%2B4420123456&originator=1234&messagedata=your+code");
        assertEquals(Set.of("your Code 4711 of Codes", "your code of 1234"), sent(2));
    }

    @Test
    void prefixShouldBeChangedBeforeTheReport() throws IOException {
        String report = api.send("recipient=06701234567&messagedata=x").text();
        assertTrue(report.contains("<recipient>+44701234567</recipient>"), report);
        assertEquals("44701234567", api.arrived(1).get(0).destination().addr());
    }

    @Test
    void ruleShouldFitAtItsTime() throws IOException {
        api.send("messagecount=2&originator=1234&recipient0=%2B36501234567&messagedata0=now"
                + "&recipient1=%2B36511234567&messagedata1=not");
        assertEquals(Set.of("now of Now", "not of 1234"), sent(2));
    }

    @Test
    void copyShouldBeAMessageOfItsOwnThatTheReportDoesNotCount() throws Exception {
        try (SeenEvents seen = new SeenEvents()) {
            Map<?, ?> report = api.camel()
                    .createProducerTemplate()
                    .requestBody("direct:send", Map.of("to", "+36301234567", "text", "both", "id", "c-1"), Map.class);
            Map<?, ?> one = (Map<?, ?>) ((List<?>) report.get("reports")).get(0);
            assertEquals(List.of(1, "twice"), List.of(((List<?>) report.get("reports")).size(), one.get("rule")));
            assertEquals(List.of("both", "both"), api.texts(2));
            await().until(() -> copy(seen) != null);
            JsonNode copy = copy(seen);
            assertEquals(one.get("id"), copy.get("copyOf").asText());
            assertEquals("twice", copy.get("rule").asText());
            assertFalse(copy.has("clientId"));
            await().until(() -> seen.ids("submitted")
                    .containsAll(List.of(one.get("id"), copy.get("id").asText())));
        }
    }

    @Test
    void queuesShouldShareTheNumbersAndKeepEachOfThem() throws Exception {
        String form = "messagecount=40"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "&recipient%d=%%2B3620123%04d&messagedata%d=x".formatted(i, i, i))
                        .collect(Collectors.joining());
        api.send(form);
        api.send(form);
        await().until(() -> api.smsc().received().size() + 2 * waiting().size() == 80);
        assertTrue(waiting().size() > 15 && waiting().size() < 40, waiting().toString());
        Map<String, Long> times = api.smsc().received().stream()
                .collect(Collectors.groupingBy(sent -> "+" + sent.destination().addr(), Collectors.counting()));
        assertEquals(Set.of(2L), Set.copyOf(times.values()));
        assertTrue(times.keySet().stream().noneMatch(waiting()::contains));
    }

    @Test
    void allEventsShouldHaveTheSourceOfTheirMessage() throws Exception {
        try (SeenEvents seen = new SeenEvents();
                Esme esme = Esme.bound(api.smppPort());
                JMSContext producer = Broker.connectionFactory(-1).createContext()) {
            api.send("recipient=%2B4420123456&messagedata=by+http");
            api.camel()
                    .createProducerTemplate()
                    .requestBody("direct:send", "{\"to\":\"+4420123456\",\"text\":\"by extension\"}");
            producer.createProducer()
                    .send(producer.createQueue("sms.submit"), "{\"to\":\"+4420123456\",\"text\":\"by queue\"}");
            esme.registeredDelivery = 1;
            esme.submit("by smpp");
            assertTrue(sent(4).contains("by smpp of Bound"));
            for (String source : List.of("http", "extension", "queue", "smpp")) {
                JsonNode accepted = event(seen, "accepted", event -> text(event).equals("by " + source));
                assertEquals(source, accepted.get("source").asText());
                for (String type : List.of("submitted", "delivered")) {
                    JsonNode event = event(seen, type, of -> of.get("id").equals(accepted.get("id")));
                    assertEquals(source, event.path("source").asText());
                    // a receipt over SMPP is made of the message
                    assertEquals(source.equals("smpp") && type.equals("delivered"), event.has("message"));
                }
            }
        }
    }

    private static JsonNode copy(SeenEvents seen) {
        return seen.of("accepted").stream()
                .map(event -> event.get("message"))
                .filter(message -> message.has("copyOf"))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode event(SeenEvents seen, String type, Predicate<JsonNode> wanted) {
        return await().until(() -> seen.of(type).stream().filter(wanted).findFirst(), Optional::isPresent)
                .get();
    }

    private static String text(JsonNode event) {
        return event.at("/message/text").asText();
    }

    private static Set<String> sent(int count) {
        return api.arrived(count).stream().map(RuledMessagesTest::named).collect(Collectors.toSet());
    }

    private static String named(SubmitSm submit) {
        return submit.text() + " of " + submit.source().addr();
    }

    /** @return the numbers of messages that no provider reads */
    private static Set<String> waiting() throws Exception {
        return api.queues().messages(WAITING).stream()
                .map(json -> json.replaceAll("(?s).*\"recipient\":\"(.*?)\".*", "$1"))
                .collect(Collectors.toSet());
    }

    private static String day(int fromToday) {
        return LocalDate.now(ZoneOffset.UTC)
                .plusDays(fromToday)
                .getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toLowerCase(Locale.ROOT);
    }

    private static Path file(List<String> rules) {
        try {
            Path file = Files.createTempFile("caravan", ".rules");
            file.toFile().deleteOnExit();
            return Files.write(file, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
