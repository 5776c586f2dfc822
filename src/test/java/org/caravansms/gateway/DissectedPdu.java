package org.caravansms.gateway;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One PDU as Wireshark's dissector shows it: its fields by their names there, as shown and as octets in hexadecimal digits. */
record DissectedPdu(Map<String, String> shown, Map<String, String> octets) {

    /** Reads PDML, in which what a header of user data says follows its PDU. */
    static List<DissectedPdu> all(InputStream pdml) {
        List<DissectedPdu> pdus = new ArrayList<>();
        try {
            XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(pdml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    element(reader, pdus);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return pdus;
    }

    private static void element(XMLStreamReader reader, List<DissectedPdu> pdus) {
        String name = reader.getAttributeValue(null, "name");
        if (reader.getLocalName().equals("proto") && "smpp".equals(name)) {
            pdus.add(new DissectedPdu(new HashMap<>(), new HashMap<>()));
        } else if (reader.getLocalName().equals("field") && !pdus.isEmpty()) {
            DissectedPdu pdu = pdus.get(pdus.size() - 1);
            pdu.shown.putIfAbsent(name, reader.getAttributeValue(null, "show"));
            pdu.octets.putIfAbsent(name, reader.getAttributeValue(null, "value"));
        }
    }

    /** @return empty where it does not have the field */
    String shown(String field) {
        return shown.getOrDefault(field, "");
    }

    /** @return of a number, whether it is shown with 0x or not; the absence of the field is the other one */
    int number(String field, int absent) {
        String text = shown(field);
        return text.isEmpty() ? absent : Long.decode(text).intValue();
    }
}
