package org.caravansms.operator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caravansms.deadletter.KeptChoice;

/** What stands behind {@code list}, {@code resend} or {@code drop}. */
final class KeptArguments {

    private static final int LIMIT = 100;
    private static final int HIGHEST_LIMIT = 10_000;

    private KeptArguments() {}

    /** @throws IllegalArgumentException saying what is wrong */
    static int limit(List<String> words) {
        require(words.isEmpty() || words.size() == 2 && words.get(0).equals("--limit"), "list takes --limit N only");
        String limit = words.isEmpty() ? Integer.toString(LIMIT) : words.get(1);
        boolean right = limit.matches("[0-9]{1,5}") && Integer.parseInt(limit) <= HIGHEST_LIMIT;
        require(right && Integer.parseInt(limit) > 0, "--limit takes a number from 1 to " + HIGHEST_LIMIT);
        return Integer.parseInt(limit);
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static KeptChoice choice(List<String> words) {
        Set<String> ids = new LinkedHashSet<>();
        List<String> reason = new ArrayList<>();
        boolean all = false;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--all" -> all = true;
                case "--reason" -> reason.add(reason(rest));
                default -> ids.add(id(word));
            }
        }
        require(all || !ids.isEmpty(), "Name messages by their ids, or give --all");
        require(!all || ids.isEmpty(), "--all and ids do not go together");
        require(all || reason.isEmpty(), "--reason goes with --all only");
        return new KeptChoice(ids, reason.isEmpty() ? "" : reason.get(reason.size() - 1));
    }

    private static String reason(Iterator<String> rest) {
        String reason = rest.hasNext() ? rest.next() : "";
        require(!reason.isBlank(), "--reason needs a text");
        return reason;
    }

    private static String id(String word) {
        require(!word.startsWith("--"), "Unknown option " + word);
        return word;
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new IllegalArgumentException(fault);
        }
    }
}
