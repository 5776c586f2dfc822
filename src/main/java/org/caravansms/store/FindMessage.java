package org.caravansms.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscIds;

/**
 * Finds the part that a receipt is about: by the SMSC's id as it is written, or, where the handset is the message's, by
 * what it may be in the other notation.
 * Where several messages could be meant, the one whose recipient the receipt names is, and then the newest.
 */
final class FindMessage {

    private FindMessage() {}

    /**
     * @param ids those that an SMSC has given, of a key
     * @param lives the messages of them
     */
    static Optional<SmscId> of(
            String smsc, Receipt receipt, Function<SmscId.Key, List<SmscId>> ids, Function<String, Life> lives) {
        SmscId best = null;
        boolean asWritten = true;
        for (String candidate : SmscIds.candidates(receipt.smscId())) {
            for (SmscId id : ids.apply(new SmscId.Key(smsc, SmscIdRows.kept(candidate)))) {
                boolean possible = asWritten || agrees(id, receipt, lives);
                if (possible && (best == null || isBetter(id, best, receipt, lives))) {
                    best = id;
                }
            }
            asWritten = false;
        }
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(SmscId id, SmscId best, Receipt receipt, Function<String, Life> lives) {
        int agreement = Boolean.compare(agrees(id, receipt, lives), agrees(best, receipt, lives));
        boolean sameNotation = id.canonical().equals(best.canonical());
        return agreement > 0
                || agreement == 0
                        && sameNotation
                        && Comparator.comparing(SmscId::at).compare(id, best) > 0;
    }

    private static boolean agrees(SmscId id, Receipt receipt, Function<String, Life> lives) {
        Life life = lives.apply(id.messageId());
        return life != null
                && life.message() != null
                && (Digits.agree(life.message().recipient(), receipt.source())
                        || Digits.agree(life.message().recipient(), receipt.destination()));
    }
}
