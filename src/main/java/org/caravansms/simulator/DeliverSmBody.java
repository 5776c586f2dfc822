package org.caravansms.simulator;

/** The mandatory parameters of what goes to an ESME; optional ones may follow. */
final class DeliverSmBody {
    private DeliverSmBody() {}

    /** Of a deliver_sm (SMPP 3.4 issue 1.2, section 4.6.1). */
    static PduBody deliverSm(PduAddress source, PduAddress destination, int esmClass, int dataCoding, byte[] message) {
        return new PduBody()
                .cString("")
                .address(source)
                .address(destination)
                .octets(esmClass, 0, 0)
                .cString("")
                .cString("")
                .octets(0, 0, dataCoding, 0)
                .shortMessage(message);
    }

    /** Of a data_sm (section 4.7.1). */
    static PduBody dataSm(PduAddress source, PduAddress destination, int esmClass, int dataCoding) {
        return new PduBody().cString("").address(source).address(destination).octets(esmClass, 0, dataCoding);
    }
}
