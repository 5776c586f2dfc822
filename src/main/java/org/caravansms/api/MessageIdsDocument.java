package org.caravansms.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The body of {@code action=deletemsg} and {@code action=markmsg}. */
@JsonNaming(SnakeCaseStrategy.class)
record MessageIdsDocument(String folder, List<String> messageIds) {

    /** Its shape, for errors. */
    static final String SHAPE = "{\"folder\":\"inbox\",\"message_ids\":[...]}";
}
