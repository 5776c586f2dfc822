package org.caravansms.simulator;

/** The system_id and password of a bind of any of the three kinds (SMPP 3.4 issue 1.2, section 4.1). */
record Bind(String systemId, String password) {
    static Bind parse(Pdu pdu) throws MalformedPdu {
        PduBodyReader reader = new PduBodyReader(pdu);
        Bind bind = new Bind(reader.cString(CStringField.SYSTEM_ID), reader.cString(CStringField.PASSWORD));
        skipRest(reader);
        return bind;
    }

    // the other fields change nothing here, but a body that ends too early is an error of the ESME
    private static void skipRest(PduBodyReader reader) throws MalformedPdu {
        reader.cString(CStringField.SYSTEM_TYPE);
        reader.octet();
        reader.address(CStringField.ADDRESS_RANGE);
        reader.tlvs();
    }

    /** The command_status of its response. */
    int check(SimulatorOptions options) {
        if (options.systemId != null && !options.systemId.equals(systemId)) {
            return CommandStatus.ESME_RINVSYSID;
        }
        boolean right = options.password == null || options.password.equals(password);
        return right ? CommandStatus.ESME_ROK : CommandStatus.ESME_RINVPASWD;
    }
}
