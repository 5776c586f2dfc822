package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.List;

/** Holds receipts back until enough of them are gathered. */
final class ReceiptHold {
    private final int enough;
    private final List<ReceiptsToCome> gathered = new ArrayList<>();
    private int count;
    private volatile boolean open;

    ReceiptHold(int enough) {
        this.enough = enough;
        this.open = enough == 0;
    }

    boolean isOpen() {
        return open;
    }

    void pass(ReceiptsToCome receipts) {
        // no lock on the usual way
        if (open || !gather(receipts)) {
            receipts.post();
        }
    }

    private synchronized boolean gather(ReceiptsToCome receipts) {
        if (open) {
            return false;
        }
        gathered.add(receipts);
        count += receipts.count();
        if (count >= enough) {
            open = true;
            gathered.forEach(ReceiptsToCome::post);
            gathered.clear();
        }
        return true;
    }
}
