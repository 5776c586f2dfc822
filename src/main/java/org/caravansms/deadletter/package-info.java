/** The dead letters and the messages in doubt: list, resend, drop. */
package org.caravansms.deadletter;
