package org.caravansms.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.caravansms.message.Destination;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingRulesTest {

    private static final QueueNames QUEUES =
            new QueueNames("sms.outbound", Set.of("sms.outbound.dead", "sms.outbound.doubt"));

    @Test
    void shippedRulesShouldBeNone() {
        assertTrue(RoutingRules.in(Path.of("config/routing.rules"), QUEUES).isEmpty());
    }

    @Test
    void firstThatFitsShouldWin() {
        assertEquals(
                "sms.outbound.b",
                queue("sms.outbound.a to=+44", "sms.outbound.b to=+36", "sms.outbound.c to=+36", "sms.outbound.d"));
    }

    @Test
    void ruleWithoutConditionsShouldFitAll() {
        assertEquals("sms.outbound.all", queue("sms.outbound.b to=+44", "sms.outbound.all"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to=+36                                     | true",
                "to=0036                                    | true",
                "to=+44,+3620                               | true",
                "to=+3630                                   | false",
                "to=+                                       | true",
                "to=36                                      | false",
                "user=alice                                 | true",
                "user=bob,alice                             | true",
                "user=Alice                                 | false",
                "user=ali                                   | false",
                "provider=acme                              | true",
                "provider=other                             | false",
                "type=SMS:TEXT:UCS2                         | true",
                "type=sms:text:*                            | true",
                "type=SMS:TEXT                              | false",
                "type=SMS:BINARY,SMS:TEXT*                  | true",
                "type=*                                     | true",
                "type=SMS:BINARY*                           | false",
                "to=+36 user=alice provider=acme type=SMS*  | true",
                "to=+36 user=alice provider=acme type=MMS*  | false",
                "to=+44 user=alice                          | false",
                "# to=+44 user=alice                        | true"
            })
    void conditionsShouldAllBeMet(String conditions, boolean met) {
        assertEquals(met ? "sms.outbound.x" : null, queue("sms.outbound.x " + conditions));
    }

    @Test
    void commentsAndEmptyLinesShouldBeNoRules() {
        assertNull(queue("", "   ", "# sms.outbound.a", "  # sms.outbound.b"));
        assertEquals("sms.outbound.a", queue("\tsms.outbound.a\tto=+36 # those"));
    }

    @Test
    void priorityShouldBeTheRules() {
        assertEquals(9, first("sms.outbound priority=9").priority());
        assertEquals(MessageOptions.USUAL_PRIORITY, first("sms.outbound").priority());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sms.outbound.dead          | sms.outbound.dead is no queue that messages are sent from",
                "sms.outbound.doubt to=+36  | sms.outbound.doubt is no queue that messages are sent from",
                "sms.client-ids             | sms.client-ids is no queue that messages are sent from",
                "sms.outbounds              | sms.outbounds is no queue that messages are sent from",
                "sms.outbound.              | sms.outbound. is no queue that messages are sent from",
                "sms.outbound.#             | sms.outbound. is no queue that messages are sent from",
                "sms.outbound.*             | sms.outbound.* is no queue that messages are sent from",
                "sms.outbound.a::b          | sms.outbound.a::b is no queue that messages are sent from",
                "to=+36 sms.outbound        | to=+36 is no queue that messages are sent from",
                "sms.outbound +36           | +36 is none of [copy, name, priority, provider, set, source, text, time, to, type, user] with = and a value",
                "sms.outbound from=+36      | from=+36 is none of [copy, name, priority, provider, set, source, text, time, to, type, user] with = and a value",
                "sms.outbound to=+36 to=+44 | to=+44 is there twice",
                "sms.outbound to=           | to= lists an empty value",
                "sms.outbound user=a,,b     | user=a,,b lists an empty value",
                "sms.outbound to=+36,       | to=+36, lists an empty value",
                "sms.outbound to=hungary    | to=hungary is not how a number begins",
                "sms.outbound to=+36*       | to=+36* is not how a number begins",
                "sms.outbound type=S*S      | type=S*S is no message type",
                "sms.outbound priority=10   | priority=10 is not a number from 0 to 9",
                "sms.outbound priority=     | priority= is not a number from 0 to 9",
                "sms.outbound source=fax    | source=fax is none of [http, smpp, queue, extension]",
                "sms.outbound text=         | text= lists an empty value",
                "sms.outbound text=[        | text=[ is no pattern of RE2: missing closing ]",
                "sms.outbound text=(?=a)    | text=(?=a) is no pattern of RE2: invalid or unsupported Perl syntax",
                "sms.outbound text=(a{99}){99} | text=(a{99}){99} is too long, or repeats too much",
                "sms.outbound text=((a{1000}){1000}){1000} | text=((a{1000}){1000}){1000} is too long, or repeats too much",
                "sms.outbound text=((a{999,}){999,}){999,} | text=((a{999,}){999,}){999,} is too long, or repeats",
                "sms.outbound text=(?i)[a-\uFFFF] | text=(?i)[a-\uFFFF] has (?i) and characters above U+1C7F",
                "sms.outbound text=(?s)(?mi:\\x{1C80}) | text=(?s)(?mi:\\x{1C80}) has (?i) and characters above U+1C7F",
                "sms.outbound text=\"a        | text=\"a has a quotation mark without an end",
                "sms.outbound time=         | time= lists an empty value",
                "sms.outbound time=@UTC     | time=@UTC is not like mon-fri/08:00-18:00@Europe/Budapest",
                "sms.outbound time=moo      | time=moo is not like mon-fri/08:00-18:00@Europe/Budapest",
                "sms.outbound time=/08:00-09:00 | time=/08:00-09:00 is not like",
                "sms.outbound time=25:00-26:00 | time=25:00-26:00 is not like",
                "sms.outbound time=mon@Mars | time=mon@Mars names no time zone, such as Europe/Budapest or UTC",
                "sms.outbound copy=sms.outbound | copy=sms.outbound is where the message itself goes",
                "sms.outbound copy=sms.store | copy=sms.store is no queue that messages are sent from",
                "sms.outbound set=colour:red | set=colour:red is none of sender:, prefix:, priority: and tag:",
                "sms.outbound set=priority:10 | set=priority:10 is not a number from 0 to 9",
                "sms.outbound set=sender:abcdefghijkl | set=sender:abcdefghijkl is no sender",
                "sms.outbound set=prefix:36 | set=prefix:36 is not like prefix:+36>8836",
                "sms.outbound set=tag:a     | set=tag:a is not like tag:name=value",
                "sms.outbound:0             | sms.outbound:0 has a weight that is not 1 to 1000",
                "sms.outbound:9999          | sms.outbound:9999 has a weight that is not 1 to 1000",
                "sms.outbound.a,sms.outbound.a:2 | sms.outbound.a:2 is there twice",
                "sms.outbound name=a/b      | name=a/b is no name: letters, digits, _ - and dots",
                "sms.outbound name=first    | name=first is the name of another rule"
            })
    void wrongWordShouldBeNamedWithItsLine(String line, String fault) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> first("sms.outbound name=first", "", line));
        assertTrue(
                refusal.getMessage().replaceFirst(", column [0-9]+", "").startsWith("the file, line 3: " + fault),
                refusal.getMessage());
    }

    @Test
    void allFaultsShouldBeNamedWithTheirPlaces() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> first(
                        "sms.outbound.x  to=+36,hungary\tcolour=red",
                        "sms.outbound   priority=4  # right",
                        "sms.outbounds:3,sms.outbound.y to=12a source=pigeon",
                        "sms.outbound text=\"a b"));
        assertEquals(
                List.of(
                        "the file, line 1, column 24: to=hungary",
                        "the file, line 1, column 32: colour=red",
                        "the file, line 3, column 1: sms.outbounds:3",
                        "the file, line 3, column 35: to=12a",
                        "the file, line 3, column 46: source=pigeon",
                        "the file, line 4, column 14: text=\"a"),
                refusal.getMessage()
                        .lines()
                        .map(fault -> fault.substring(0, fault.indexOf(' ', fault.indexOf(": ") + 2)))
                        .toList());
    }

    private static String queue(String... lines) {
        Destination destination = first(lines);
        return destination == null ? null : destination.queue();
    }

    private static Destination first(String... lines) {
        Rule rule = RoutingRules.of("the file", List.of(lines), QUEUES).first(message(), "+36201234567");
        return rule == null ? null : rule.destination("+36201234567");
    }

    private static SmsMessage message() {
        return new SmsMessage(
                "i", "alice", "o", "06201234567", "SMS:TEXT:UCS2", "t", "acme", Instant.EPOCH, MessageOptions.NONE);
    }
}
