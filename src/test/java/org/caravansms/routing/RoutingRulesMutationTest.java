package org.caravansms.routing;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Routing;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a line of rules has, it is a rule or a fault with its place. */
class RoutingRulesMutationTest {

    private static final QueueNames QUEUES = new QueueNames("sms.outbound", Set.of("sms.outbound.dead"));
    private static final String SIGNS = "\"#,:=/@>|(){}[]*+?.^$\\ \t-09azé\uD83D\uDE00";
    private static final SmsMessage MESSAGE = new SmsMessage(
            "i",
            "u",
            "o",
            "+36201234567",
            "SMS:TEXT",
            "your code 1234",
            "",
            Instant.EPOCH,
            MessageOptions.NONE,
            Routing.from(Source.HTTP));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sms.outbound.a:3,sms.outbound.b to=+36,0044 user=u provider=p type=SMS:* priority=7 name=n # comment",
                "sms.outbound source=http,smpp text=\"(?i)(code|pin) [0-9]{4,6}\" set=sender:\"My Shop\",prefix:+36>8836",
                "sms.outbound time=mon-fri/08:00-18:00@Europe/Budapest,sat copy=sms.outbound.c set=tag:a=b,priority:1"
            })
    void lineShouldBeARuleOrAFaultWithItsPlace(String line) {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> mutate(line));
    }

    private static void mutate(String line) {
        Random random = new Random(4711);
        for (int i = 0; i < 3_000; i++) {
            String mutated = mutated(line, random);
            try {
                RoutingRules rules = RoutingRules.of("the file", List.of(mutated), QUEUES);
                rules.first(MESSAGE, MESSAGE.recipient());
            } catch (IllegalArgumentException fault) {
                assertTrue(
                        fault.getMessage()
                                .lines()
                                .findFirst()
                                .orElse("")
                                .matches("the file, line 1, column [0-9]+: .*"),
                        mutated + " -> " + fault);
            }
        }
    }

    private static String mutated(String line, Random random) {
        StringBuilder mutated = new StringBuilder(line);
        for (int n = random.nextInt(4); n >= 0 && mutated.length() > 1; n--) {
            int at = random.nextInt(mutated.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(4)) {
                case 0 -> mutated.setCharAt(at, sign);
                case 1 -> mutated.insert(at, sign);
                case 2 -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(5)));
                default ->
                    mutated.insert(at, mutated.substring(at, Math.min(mutated.length(), at + random.nextInt(20))));
            }
        }
        return mutated.toString();
    }
}
