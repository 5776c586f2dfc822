package org.caravansms.smsc;

import org.apache.camel.component.smpp.SmppSplitter;

/** Keeps the endpoint from splitting: what it gets is one submit_sm already. */
final class LeaveWhole extends SmppSplitter {

    static final LeaveWhole SPLITTER = new LeaveWhole();

    private LeaveWhole() {
        super(Integer.MAX_VALUE, Integer.MAX_VALUE, 0);
    }

    @Override
    public byte[][] split(byte[] message) {
        return new byte[][] {message};
    }
}
