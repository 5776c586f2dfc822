package org.caravansms.store;

import java.io.EOFException;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Whether a file of H2 could not be opened because it is damaged, and not because of locks or permissions. */
public final class DatabaseDamage {

    private DatabaseDamage() {}

    public static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isDamage(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDamage(Throwable cause) {
        return cause instanceof EOFException
                || cause instanceof MVStoreException h2 && h2.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT
                || cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1;
    }
}
