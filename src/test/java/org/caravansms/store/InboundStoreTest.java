package org.caravansms.store;

import static org.caravansms.message.EventType.RECEIVED;
import static org.caravansms.store.StoreAnswers.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import org.caravansms.message.Event;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundStoreTest extends StoreFixture {

    @Test
    void messageShouldBeInItsUsersInboxOnce() {
        List<Event> told = apply(part("p", 1, 1, "a\u0000b"));
        assertTypes(told, RECEIVED);
        assertEquals("ann", ((InboundMessage) told.get(0).subject()).user());
        assertTypes(apply(part("p", 1, 1, "a\u0000b")));
        assertEquals(List.of("a\u0000b"), texts());
        assertEquals(List.of(), messages.list("bob", Folder.INBOX, 10));
    }

    @Test
    void partsShouldBePutTogetherInAnyOrder() {
        assertTypes(apply(part("p3", 3, 3, "c"), part("p1", 1, 3, "a")));
        assertTypes(apply(part("p1-again", 1, 3, "a"), part("p2", 2, 3, "b")), RECEIVED);
        assertTypes(apply(part("p2", 2, 3, "b"), part("p2-again", 2, 3, "b")));
        assertEquals(List.of("abc"), texts());
    }

    @Test
    void nextMessageUnderTheSameReferenceShouldBeAnotherOne() {
        apply(part("p1", 1, 2, "a"), part("p2", 2, 2, "b"));
        assertTypes(apply(part("q1", 1, 2, "x"), part("q2", 2, 2, "y")), RECEIVED);
        assertEquals(List.of("ab", "xy"), texts());
    }

    @ParameterizedTest
    @CsvSource({
        "GSM7, 481b, 6521, H€!",
        "GSM7, 48c3, a9, Hé",
        "UTF8, f09f, 90aa, 🐪",
        "UCS2, 0041d83d, dc2a0042, A🐪B",
        "UCS2, 0041d8, 3ddc2a, A🐪",
        "GSM7/03240101, 1b53691b, 736c69, Şişli",
        "BINARY, 00ff, 01, 00ff01"
    })
    void characterThatIsCutBetweenPartsShouldBeWhole(String alphabet, String first, String second, String text) {
        apply(StoreAnswers.octets("p2", 2, alphabet, second));
        openAgain();
        List<Event> told = apply(StoreAnswers.octets("p1", 1, alphabet, first));
        assertEquals(List.of(text), texts());
        assertEquals(new Ports(9200, 2948), ((InboundMessage) told.get(0).subject()).ports());
        assertEquals(new Ports(9200, 2948), inbox().get(0).ports());
    }

    @Test
    void partsInSeveralAlphabetsShouldEachBeReadInTheirs() {
        apply(StoreAnswers.octets("p1", 1, "GSM7", "00"), StoreAnswers.octets("p2", 2, "UCS2", "041f"));
        apply(StoreAnswers.octets("q1", 1, "GSM7", "00"), StoreAnswers.octets("q2", 2, "BINARY", "ff"));
        apply(part("r1", 1, 2, "of an older version "), StoreAnswers.octets("r2", 2, "GSM7", "1b65"));
        assertEquals(List.of("@П", "00ff", "of an older version €"), texts());
    }

    @Test
    void partShouldNotJoinOneThatCameLongBefore() {
        apply(part("p1", 1, 2, "a"));
        Event late = StoreAnswers.later(part("q2", 2, 2, "y"), Duration.ofHours(25));
        assertTypes(apply(late), RECEIVED);
        assertTypes(apply(late));
        assertTypes(apply(StoreAnswers.later(part("q1", 1, 2, "x"), Duration.ofHours(25))), RECEIVED);
        assertEquals(List.of("a[…]", "xy"), texts());
    }

    @Test
    void partsOfTwoMessagesInOneBatchShouldNotBeJoined() {
        apply(part("p1", 1, 2, "a"), part("q1", 1, 2, "x"), part("q2", 2, 2, "y"));
        assertEquals(List.of("a[…]", "xy"), texts());
    }

    @Test
    void partThatSaysSomethingElseShouldBeOfAnotherMessage() {
        Event first = StoreAnswers.octets("p1", 1, "GSM7", "61");
        Event other = StoreAnswers.later(StoreAnswers.octets("q1", 1, "GSM7", "62"), Duration.ofSeconds(5));
        apply(first);
        assertTypes(apply(StoreAnswers.later(StoreAnswers.octets("p1-again", 1, "GSM7", "61"), Duration.ofSeconds(1))));
        assertTypes(apply(other), RECEIVED);
        assertTypes(apply());
        openAgain();
        assertTypes(apply(first, other));
        assertTypes(apply(first));
        assertTypes(
                apply(StoreAnswers.later(StoreAnswers.octets("q2", 2, "GSM7", "63"), Duration.ofSeconds(6))), RECEIVED);
        assertEquals(List.of("a[…]", "bc"), texts());
        after(Duration.ofHours(25));
        assertTypes(apply());
    }

    @Test
    void incompleteMessageShouldBeInTheInboxInTheEnd() {
        apply(part("p2", 2, 4, "b"), part("p3", 3, 4, "c"));
        after(Duration.ofHours(23));
        assertTypes(apply());
        assertEquals(List.of(), texts());
        after(Duration.ofHours(2));
        assertTypes(apply(), RECEIVED);
        assertEquals(List.of("[…]bc[…]"), texts());
        after(Duration.ofHours(2));
        assertTypes(apply());
    }

    @Test
    void messageShouldBeMarkedAndDeleted() {
        apply(part("p", 1, 1, "a"), part("q", 1, 1, "b"));
        assertFalse(inbox().get(0).read());
        assertEquals(List.of("p"), messages.mark("ann", Folder.INBOX, List.of("p", "x")));
        assertEquals(List.of(), messages.mark("bob", Folder.INBOX, List.of("p")));
        assertEquals(List.of("p"), messages.delete("ann", Folder.INBOX, List.of("p")));
        assertEquals(List.of("b"), texts());
        assertEquals(List.of("p"), messages.delete("ann", Folder.DELETED, List.of("p", "q")));
    }

    private List<String> texts() {
        return inbox().stream().map(FolderItem::text).toList();
    }

    private List<FolderItem> inbox() {
        return messages.list("ann", Folder.INBOX, 10);
    }
}
