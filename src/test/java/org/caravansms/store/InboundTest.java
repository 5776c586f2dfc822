package org.caravansms.store;

import static org.caravansms.message.EventType.RECEIVED;
import static org.caravansms.store.Told.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import org.caravansms.message.Event;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.InboundMessage;
import org.junit.jupiter.api.Test;

class InboundTest extends StoreFixture {

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
