/** The messages that rest for a person to see: lists them, sends them again, drops them. */
package org.caravansms.deadletter;
