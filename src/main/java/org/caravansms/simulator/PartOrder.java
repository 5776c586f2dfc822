package org.caravansms.simulator;

import java.util.Arrays;
import java.util.List;

/** The numbers of a message's parts as they are sent; none for all from the first to the last. */
record PartOrder(List<Integer> parts) {
    /** Reads {@code 3,1,2}. */
    static PartOrder parse(String text) {
        try {
            return new PartOrder(
                    Arrays.stream(text.split(",")).map(Integer::valueOf).toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the parts in their order, such as 3,1,2: " + text, e);
        }
    }
}
