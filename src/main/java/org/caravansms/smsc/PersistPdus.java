package org.caravansms.smsc;

import java.util.List;
import org.caravansms.message.SmscPdu;

/** Makes durable what an SMSC sent; until it has, the SMSC is not told that anything was taken. */
@FunctionalInterface
interface PersistPdus {

    /** @throws Exception when one of them may not be durable: the SMSC is to keep all of them */
    void keep(List<SmscPdu> pdus) throws Exception;
}
