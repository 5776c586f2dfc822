package org.caravansms;

import java.util.List;

/** A class of a team's, which a test puts into a jar of its own. */
public final class TeamGreeting {

    /** @param words of a command */
    public String greet(List<String> words) {
        return "Hello " + words.get(0);
    }
}
