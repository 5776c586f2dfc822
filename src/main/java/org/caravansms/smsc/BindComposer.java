package org.caravansms.smsc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jsmpp.util.DefaultComposer;

/**
 * jSMPP's composer, but for a bind with fields of any length, SMPP 3.4 section 4.1. jSMPP refuses fields that are
 * longer than the standard allows; many SMSCs have such passwords.
 */
final class BindComposer extends DefaultComposer {

    private static final int HEADER = 16;

    @Override
    public byte[] bind(
            int commandId,
            int sequenceNumber,
            String systemId,
            String password,
            String systemType,
            byte interfaceVersion,
            byte addrTon,
            byte addrNpi,
            String addressRange) {
        byte[] login = octets(systemId + '\0' + password + '\0' + systemType + '\0');
        byte[] range = octets(addressRange + '\0');
        int length = HEADER + login.length + 3 + range.length;
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(commandId)
                .putInt(0)
                .putInt(sequenceNumber)
                .put(login)
                .put(new byte[] {interfaceVersion, addrTon, addrNpi})
                .put(range)
                .array();
    }

    private static byte[] octets(String cString) {
        return cString.getBytes(StandardCharsets.UTF_8);
    }
}
