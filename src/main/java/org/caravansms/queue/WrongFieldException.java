package org.caravansms.queue;

/** A field of a document has no value of its kind: {@link QueueJson} says which field it is. */
final class WrongFieldException extends RuntimeException {

    /** @param fault what is wrong, as the end of a sentence that begins with the field's name */
    WrongFieldException(String fault) {
        super(fault, null, false, false);
    }
}
