package org.caravansms.smsc;

import java.util.List;
import org.caravansms.message.SmscPdu;

/** Whoever takes what an SMSC sent; until it has, the SMSC is not told that anything was taken. */
@FunctionalInterface
interface KeepPdus {

    /** @return whether all of them are durable; if not, the SMSC is to keep all of them */
    boolean keep(List<SmscPdu> pdus);
}
