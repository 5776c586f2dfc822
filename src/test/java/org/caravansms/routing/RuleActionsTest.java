package org.caravansms.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.caravansms.message.Destination;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Routing;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a routing rule does with a message that fits: its queues, its copy, its changes and its name. */
class RuleActionsTest {

    private static final QueueNames QUEUES = new QueueNames("sms.outbound", Set.of());

    @ParameterizedTest
    @CsvSource({
        "set=sender:Caravan, Caravan, +36201234567, 2",
        "'set=sender:\"My Shop\",priority:9', My Shop, +36201234567, 9",
        "set=prefix:+36>8836, 1234, 8836201234567, 2",
        "set=prefix:0036>+3699, 1234, +3699201234567, 2",
        "set=prefix:+44>8844, 1234, 06201234567, 2"
    })
    void ruleShouldChangeTheMessage(String set, String sender, String recipient, int priority) {
        SmsMessage changed = routed("06201234567", "sms.outbound " + set);
        assertEquals(
                List.of(sender, recipient.equals("+36201234567") ? "06201234567" : recipient, priority),
                List.of(
                        changed.originator(),
                        changed.recipient(),
                        changed.options().priority()));
    }

    @Test
    void tagsShouldJoinThoseOfTheClient() {
        SmsMessage changed = routed("1", "sms.outbound set=tag:campaign=\"spring, 2\",tag:own=rule");
        assertEquals(
                Map.of("mine", 1, "own", "rule", "campaign", "spring, 2"),
                changed.options().tags());
    }

    @Test
    void numberThatAPrefixMakesTooLongShouldBeRefused() {
        RejectedMessageException refusal = assertThrows(
                RejectedMessageException.class,
                () -> routed("+36201234567", "sms.outbound name=long set=prefix:+36>123456789012345"));
        assertEquals(
                "Invalid recipient. With the prefix of the routing rule \"long\" it is not a number of 3 to 20 digits.",
                refusal.getMessage());
    }

    @Test
    void copyShouldBeAMessageOfItsOwnWithoutReportsToTheClient() {
        SmsMessage message = routed("+36201234567", "sms.outbound.a copy=sms.outbound.b priority=7 name=twice");
        SmsMessage copy = message.copy("i2");
        assertEquals(new Destination("sms.outbound.a", 7), message.routing().destination());
        assertEquals(
                new Routing(Source.SMPP, "twice", "i", new Destination("sms.outbound.b", 7), null), copy.routing());
        assertEquals(
                List.of("i2", "", ""),
                List.of(copy.id(), copy.options().clientId(), copy.options().reportUrl()));
        assertEquals(
                List.of("my-id", "http://example.com"),
                List.of(message.options().clientId(), message.options().reportUrl()));
    }

    @Test
    void nameShouldBeTheLineWhereNoneIsGiven() {
        assertEquals(
                "line 3",
                routed("+36201234567", "# one", "sms.outbound to=+44", "sms.outbound to=+36")
                        .routing()
                        .rule());
        assertEquals("", routed("+36201234567", "sms.outbound to=+44").routing().rule());
    }

    @Test
    void weightsShouldBeKeptAndANumberStayOnItsQueue() {
        RoutingRules rules = RoutingRules.of("the file", List.of("sms.outbound.a:3,sms.outbound.b"), QUEUES);
        Rule rule = rules.first(message("1"), "");
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, 10_000)
                .mapToObj(i -> rule.destination("+3620" + (1_000_000 + i)).queue())
                .forEach(queue -> counts.merge(queue, 1, Integer::sum));
        assertTrue(Math.abs(counts.get("sms.outbound.a") - 7_500) < 200, counts.toString());
        assertEquals(10_000, counts.get("sms.outbound.a") + counts.get("sms.outbound.b"));
        // the same in each version: the parts of a message may come before and after an upgrade
        assertEquals(
                List.of("a", "a", "b", "a"),
                IntStream.range(0, 4)
                        .mapToObj(
                                i -> rule.destination("+3620123456" + i).queue().substring(13))
                        .toList());
    }

    @Test
    void messageShouldBeRoutedOnce() {
        RoutingRules[] inForce = {RoutingRules.of("the file", List.of("sms.outbound.a name=first"), QUEUES)};
        ChooseQueue choose = new ChooseQueue(() -> inForce[0], QUEUES, provider -> false, number -> number);
        SmsMessage routed = choose.apply(message("1"));
        inForce[0] = RoutingRules.of("the file", List.of(), QUEUES);
        assertEquals(List.of(new Destination("sms.outbound.a", 4)), choose.ofEach(List.of(routed)));
        assertNull(choose.apply(message("1")).routing().destination());
    }

    private static SmsMessage routed(String recipient, String... lines) {
        RoutingRules rules = RoutingRules.of("the file", Arrays.asList(lines), QUEUES);
        return new ChooseQueue(() -> rules, QUEUES, provider -> false, new NumberPlan("HU")).apply(message(recipient));
    }

    private static SmsMessage message(String recipient) {
        MessageOptions options = new MessageOptions(
                "my-id",
                null,
                null,
                "http://example.com",
                Map.of(),
                2,
                "",
                Map.of(),
                Map.of("mine", 1, "own", "client"));
        return new SmsMessage(
                "i", "u", "1234", recipient, "SMS:TEXT", "t", "", Instant.EPOCH, options, Routing.from(Source.SMPP));
    }
}
