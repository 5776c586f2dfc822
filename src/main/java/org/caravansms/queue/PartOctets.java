package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import com.fasterxml.jackson.databind.ser.impl.SimpleBeanPropertyFilter;
import java.util.Set;
import org.caravansms.message.InboundPart;

/** Writes the octets of a part, even if there are none; a whole message has only its text. */
final class PartOctets extends SimpleBeanPropertyFilter {

    private static final Set<String> OF_PARTS = Set.of("alphabet", "octets");

    @Override
    public void serializeAsField(Object part, JsonGenerator to, SerializerProvider provider, PropertyWriter field)
            throws Exception {
        if (!((InboundPart) part).isWhole() || !OF_PARTS.contains(field.getName())) {
            field.serializeAsField(part, to, provider);
        }
    }
}
