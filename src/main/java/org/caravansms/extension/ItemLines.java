package org.caravansms.extension;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** The lines, from 1, on which the items of a file begin. Camel's own numbers are those of the keys within. */
final class ItemLines {

    private final Map<String, List<Integer>> lines = new HashMap<>();

    /** @param key of the item; {@code from} is a route, too */
    void add(String key, Node item) {
        int line = item.getStartMark().map(mark -> mark.getLine() + 1).orElse(ExtensionFault.NO_LINE);
        lines.computeIfAbsent(key.equals("from") ? "route" : key, any -> new ArrayList<>())
                .add(line);
    }

    /** @return the line of the n-th item of that kind, from 0 */
    int of(String kind, int n) {
        List<Integer> found = lines.getOrDefault(kind, List.of());
        return n < found.size() ? found.get(n) : ExtensionFault.NO_LINE;
    }
}
