package org.caravansms.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caravansms.message.Destination;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;

class ChooseQueueTest {

    private static final QueueNames QUEUES = new QueueNames("sms.outbound", Set.of("sms.outbound.dead"));

    private final Set<String> providers = ConcurrentHashMap.newKeySet();

    @Test
    void messageWithoutRuleAndProviderShouldWaitOnTheUsualQueue() {
        assertEquals(
                List.of(Destination.USUAL, Destination.USUAL), chosen(List.of(), message("1", ""), message("2", "")));
    }

    @Test
    void messageThatAsksForAProviderShouldWaitForIt() {
        providers.add("acme");
        assertEquals(
                List.of(Destination.USUAL, new Destination("sms.outbound.acme", 4), Destination.USUAL),
                chosen(List.of(), message("1", ""), message("2", "acme"), message("3", "")));
    }

    @Test
    void providerShouldBeKnownWhenItCameAndForgottenWhenItWent() {
        ChooseQueue choose = choose(List.of(), number -> number);
        assertEquals(List.of(Destination.USUAL), choose.ofEach(List.of(message("1", "acme"))));
        providers.add("acme");
        assertEquals(List.of(new Destination("sms.outbound.acme", 4)), choose.ofEach(List.of(message("1", "acme"))));
        providers.remove("acme");
        assertEquals(List.of(Destination.USUAL), choose.ofEach(List.of(message("1", "acme"))));
    }

    @Test
    void ruleShouldGoBeforeTheProvider() {
        providers.add("acme");
        assertEquals(
                List.of(new Destination("sms.outbound.hungary", 7)),
                chosen(List.of("sms.outbound.hungary to=+36 priority=7"), message("+36201234567", "acme")));
    }

    @Test
    void ruleShouldSeeTheInternationalNumber() {
        List<String> rules = List.of("sms.outbound.hungary to=+36");
        assertEquals(
                Stream.of("sms.outbound.hungary", "sms.outbound.hungary", "sms.outbound.hungary", null, null)
                        .map(queue -> queue == null ? Destination.USUAL : new Destination(queue, 4))
                        .toList(),
                choose(rules, new NumberPlan("HU"))
                        .ofEach(Stream.of("06201234567", "+36201234567", "0036201234567", "1414", "+44201234567")
                                .map(number -> message(number, ""))
                                .toList()));
    }

    @Test
    void numberShouldBeLookedAtForARuleThatAsksForItOnly() {
        UnaryOperator<String> failing = number -> {
            throw new IllegalStateException("looked at");
        };
        List<SmsMessage> messages = List.of(message("1", ""));
        assertEquals(List.of(Destination.USUAL), choose(List.of(), failing).ofEach(messages));
        assertEquals(
                List.of(Destination.USUAL),
                choose(List.of("sms.outbound.b user=bob"), failing).ofEach(messages));
        ChooseQueue asking = choose(List.of("sms.outbound.b to=+36"), failing);
        assertThrows(IllegalStateException.class, () -> asking.ofEach(messages));
    }

    private List<Destination> chosen(List<String> rules, SmsMessage... messages) {
        return choose(rules, number -> number).ofEach(List.of(messages));
    }

    private ChooseQueue choose(List<String> lines, UnaryOperator<String> numberPlan) {
        RoutingRules rules = RoutingRules.of("the file", lines, QUEUES);
        return new ChooseQueue(() -> rules, QUEUES, providers::contains, numberPlan);
    }

    private static SmsMessage message(String recipient, String provider) {
        return new SmsMessage("i", "u", "o", recipient, "SMS:TEXT", "t", provider, Instant.EPOCH, MessageOptions.NONE);
    }
}
