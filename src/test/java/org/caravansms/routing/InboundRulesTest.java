package org.caravansms.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundRulesTest {

    private static final Path SHIPPED = Path.of("config/inbound.rules");

    @Test
    void shippedFileShouldHaveNoRule() {
        assertEquals(0, InboundRules.in(SHIPPED).count());
    }

    @ParameterizedTest
    @CsvSource({
        "'', +3620, 1234, x, true",
        "to=1234, +3620, 1234, x, true",
        "to=1234, +3620, 12345, x, false",
        "'to=77,+1234', +3620, 1234, x, true",
        "to=+36301, +3620, 0036301, x, true",
        "from=+36, +3620, 1234, x, true",
        "from=0036, 3620, 1234, x, true",
        "from=36, 003620, 1234, x, true",
        "from=+36, +4477, 1234, x, false",
        "from=+36, INFO, 1234, x, false",
        "'from=+1,+44', +4477, 1234, x, true",
        "keyword=stop, +3620, 1234, Stop, true",
        "keyword=STOP, +3620, 1234, '  stop it', true",
        "keyword=stop, +3620, 1234, stopping, false",
        "keyword=stop, +3620, 1234, please stop, false",
        "keyword=stop, +3620, 1234, '', false",
        "'keyword=help,STOP', +3620, 1234, stop, true",
        "keyword=árvíz, +3620, 1234, ÁRVÍZ jön, true",
        "to=1234 keyword=stop, +3620, 1234, x, false",
        "to=1234 keyword=stop from=+36, +3620, 1234, stop, true"
    })
    void ruleShouldFitWhatMeetsAllOfItsConditions(
            String conditions, String from, String to, String text, boolean fits) {
        InboundRules rules = InboundRules.of("rules", List.of("url https://example.com/a#b " + conditions));
        assertEquals(
                fits ? List.of("https://example.com/a#b") : List.of(), rules.urls(message(from, to, "SMS:TEXT", text)));
    }

    @Test
    void firstUserRuleThatFitsShouldWinAndEveryOtherRuleBeFollowedOnce() {
        InboundRules rules = InboundRules.of(
                "rules",
                List.of(
                        "# a comment",
                        "user bob to=77",
                        "user alice from=+36 # another",
                        "user carol",
                        "queue crm.a",
                        "queue crm.b",
                        "queue crm.a to=1234",
                        "route one",
                        "smpp bank",
                        "smpp shop@north to=1234",
                        "smpp bank from=+36"));
        InboundMessage message = message("+3620", "1234", "SMS:TEXT", "x");
        assertEquals("alice", rules.owner(message, "admin"));
        assertEquals(List.of("crm.a", "crm.b"), rules.queues(message));
        assertEquals(List.of("one"), rules.routes(message));
        assertEquals(List.of("bank", "shop@north"), rules.clients(message));
        assertEquals(10, rules.count());
    }

    @Test
    void messageWithoutARuleShouldBeTheUsualUsers() {
        InboundRules rules = InboundRules.of("rules", List.of("user bob to=77"));
        assertEquals("admin", rules.owner(message("+3620", "1234", "SMS:TEXT", "x"), "admin"));
    }

    @Test
    void binaryMessageShouldHaveNoKeyword() {
        InboundRules rules = InboundRules.of("rules", List.of("queue crm.a keyword=00ff"));
        assertEquals(List.of(), rules.queues(message("+3620", "1234", "SMS:BINARY", "00ff")));
    }

    @ParameterizedTest
    @CsvSource({
        "send x, send is none of user",
        "queue, queue has no target",
        "queue sms.outbound, is a queue of the gateway's own",
        "queue SMS.outbound, is a queue of the gateway's own",
        "queue a?b=c, is no name",
        "route a:b, is no name",
        "route ${body}, is no name",
        "smpp a/b, is no name of a user",
        "url ftp://example.com/, is not an http",
        "url http:///x, is not an http",
        "url http://user:secret@example.com/, the URL is not an http",
        "url http://example.com/{x}, is not an http",
        "user a colour=red, 'is none of [from, keyword, to]'",
        "user a to=1 to=2, is there twice",
        "user a to=abc, is no number",
        "user a from=+, is no number",
        "'user a keyword=a,', lists an empty value"
    })
    void wrongLineShouldBeNamedWithItsWord(String line, String said) {
        IllegalArgumentException fault =
                assertThrows(IllegalArgumentException.class, () -> InboundRules.of("rules", List.of("# first", line)));
        assertEquals("rules, line 2, column ", fault.getMessage().substring(0, 22));
        assertEquals(true, fault.getMessage().contains(said), fault.getMessage());
        assertEquals(false, fault.getMessage().contains("secret"));
    }

    private static InboundMessage message(String from, String to, String type, String text) {
        return new InboundMessage("id", "", "acme", from, to, type, text, null, Instant.EPOCH, Ports.NONE);
    }
}
