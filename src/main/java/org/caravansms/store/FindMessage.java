package org.caravansms.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscIds;

/**
 * Finds the part of a receipt by the SMSC's id: in the same spelling, or else without case and leading zeros, or in the
 * other notation (decimal or hexadecimal) where the recipient agrees. Of several messages the one with the recipient of
 * the receipt wins, and then the newest.
 *
 * @param smsc the SMSC that sent the receipt
 */
record FindMessage(String smsc, Receipt receipt, RecordCache recent) {

    private static final Comparator<SmscId> NEWEST_FIRST =
            Comparator.comparing(SmscId::at).reversed();

    /** @return the part of the id in the parameter, or else of the id in the text */
    Optional<SmscId> find() {
        for (String id : receipt.ids()) {
            Optional<SmscId> found = find(id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether the first id is known in the same spelling, so that no other needs a search. */
    boolean isSure() {
        return receipt.ids().isEmpty() || !sameSpelling(receipt.ids().get(0)).isEmpty();
    }

    private Optional<SmscId> find(String written) {
        List<SmscId> sameSpelling = sameSpelling(written);
        List<SmscId> possible = sameSpelling.isEmpty() ? inAnyForm(written) : sameSpelling;
        if (possible.size() == 1) {
            return Optional.of(possible.get(0));
        }
        return possible.stream().filter(this::agrees).findFirst().or(() -> possible.stream()
                .findFirst());
    }

    private List<SmscId> sameSpelling(String written) {
        List<SmscId> ids = ids(SmscIds.canonical(written));
        if (ids.size() == 1) {
            return hasSpelling(ids.get(0), written) ? ids : List.of();
        }
        return ids.stream().filter(id -> hasSpelling(id, written)).toList();
    }

    private List<SmscId> inAnyForm(String written) {
        List<String> candidates = SmscIds.candidates(written);
        List<SmscId> possible = new ArrayList<>(ids(candidates.get(0)));
        candidates.stream()
                .skip(1)
                .flatMap(other -> ids(other).stream())
                .filter(this::agrees)
                .forEach(possible::add);
        return possible;
    }

    private List<SmscId> ids(String canonical) {
        List<SmscId> ids = recent.ids(new SmscId.Key(smsc, SmscId.limited(canonical)));
        return ids.size() < 2 ? ids : ids.stream().sorted(NEWEST_FIRST).toList();
    }

    private boolean hasSpelling(SmscId id, String written) {
        MessageRecord record = recent.record(id.messageId());
        return record != null && record.hasSpelling(id.part(), written);
    }

    private boolean agrees(SmscId id) {
        MessageRecord record = recent.record(id.messageId());
        return record != null
                && record.message() != null
                && (ComparableNumber.agree(record.message().recipient(), receipt.source())
                        || ComparableNumber.agree(record.message().recipient(), receipt.destination()));
    }
}
