package org.caravansms.smpp;

/**
 * An entry of the lists in a submit_multi and its answer, SMPP 3.4 sections 4.5.1.1 and 4.5.2.1.
 *
 * @param address the address of one SME; null for a distribution list
 * @param distributionList the name of a list, empty for one SME
 * @param status in the answer, why nothing was submitted to it
 */
public record PduAddressee(Address address, String distributionList, int status) {

    /** Leaves the number out. */
    @Override
    public String toString() {
        return "PduAddressee[" + status + "]";
    }
}
