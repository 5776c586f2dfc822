package org.caravansms.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscIds;

/**
 * Finds the part that a receipt is about: by the SMSC's id as it is spelled; where no part's is spelled so, without case
 * and leading zeros; and, where the handset is the message's, by what it may be in the other notation.
 * Where several messages could be meant, the one whose recipient the receipt names is, and then the newest.
 */
final class FindMessage {

    private static final Comparator<SmscId> NEWEST_FIRST =
            Comparator.comparing(SmscId::at).reversed();

    private final String smsc;
    private final Receipt receipt;
    private final RecordCache recent;

    /** @param smsc who sent the receipt */
    FindMessage(String smsc, Receipt receipt, RecordCache recent) {
        this.smsc = smsc;
        this.receipt = receipt;
        this.recent = recent;
    }

    /** @return by the parameter's id, or else by the text's */
    Optional<SmscId> find() {
        return receipt.ids().stream().map(this::find).flatMap(Optional::stream).findFirst();
    }

    /** Whether the likeliest id is known as it is spelled: no other is to be looked for. */
    boolean isSure() {
        return receipt.ids().isEmpty() || !spelledSo(receipt.ids().get(0)).isEmpty();
    }

    private Optional<SmscId> find(String written) {
        List<SmscId> spelledSo = spelledSo(written);
        List<SmscId> possible = spelledSo.isEmpty() ? inAnyForm(written) : spelledSo;
        return possible.stream().filter(this::agrees).findFirst().or(() -> possible.stream()
                .findFirst());
    }

    private List<SmscId> spelledSo(String written) {
        return ids(SmscIds.canonical(written)).stream()
                .filter(id -> isSpelledSo(id, written))
                .toList();
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
        return recent.ids(new SmscId.Key(smsc, SmscIdRows.kept(canonical))).stream()
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private boolean isSpelledSo(SmscId id, String written) {
        MessageRecord life = recent.life(id.messageId());
        return life != null && life.isSpelledSo(id.part(), written);
    }

    private boolean agrees(SmscId id) {
        MessageRecord life = recent.life(id.messageId());
        return life != null
                && life.message() != null
                && (ComparableNumber.agree(life.message().recipient(), receipt.source())
                        || ComparableNumber.agree(life.message().recipient(), receipt.destination()));
    }
}
