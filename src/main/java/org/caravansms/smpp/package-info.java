/** SMPP and SMS octets to the model and back: PDUs, alphabets, user data headers, receipts; no I/O. */
package org.caravansms.smpp;
