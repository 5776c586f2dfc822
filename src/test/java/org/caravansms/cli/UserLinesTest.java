package org.caravansms.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UserLinesTest {

    private static final String TEXT = """
            # Who may send

            anna.password = a
              anna.originator: Anna
            # about anna.b
            anna.b.password=b
            anna.b.originators=A,\\
              B
            """;

    private final UserLines lines = new UserLines(TEXT);

    @Test
    void unchangedTextShouldStayAsItIs() {
        assertEquals(TEXT, lines.toString());
        assertEquals("a=1\r\n\r\nb=2\r\n", new UserLines("a=1\r\n\r\nb=2\r\n").toString());
        assertEquals("", new UserLines("").toString());
    }

    @Test
    void usersShouldBeToldApart() {
        assertTrue(lines.hasUser("anna"));
        assertTrue(lines.hasUser("anna.b"));
        assertFalse(lines.hasUser("ann"));
        assertFalse(lines.hasUser("b"));
    }

    @Test
    void valueShouldBeReplacedInItsPlace() {
        lines.set("anna", "originator", "New\\");
        assertEquals(TEXT.replace("  anna.originator: Anna", "anna.originator=New\\\\"), lines.toString());
        lines.set("anna.b", "originators", "C");
        assertTrue(lines.toString().endsWith("anna.b.password=b\nanna.b.originators=C\n"), lines.toString());
    }

    @Test
    void newValueShouldFollowTheUsersOthers() {
        lines.set("anna", "enabled", "false");
        assertEquals(TEXT.replace(": Anna\n", ": Anna\nanna.enabled=false\n"), lines.toString());
    }

    @Test
    void newUserShouldComeLast() {
        lines.set("bela", "password", "c");
        lines.set("bela", "enabled", "true");
        assertEquals(TEXT + "\nbela.password=c\nbela.enabled=true\n", lines.toString());
    }

    @Test
    void removedUserShouldLeaveCommentsAndOthers() {
        lines.remove("anna.b");
        assertEquals(TEXT.substring(0, TEXT.indexOf("anna.b.password")), lines.toString());
        lines.remove("anna");
        assertEquals("# Who may send\n\n# about anna.b\n", lines.toString());
    }
}
