package com.anycompany.capacitydb.stream;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Place in a stream, as clients carry it: its ARN, the number of the next record and when it was handed out. */
record ShardIterator(String arn, long number, long millis) {

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int PARTS = 3;

    String encoded() {
        String text = arn + "|" + number + "|" + millis;
        return arn + "|1|" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static ShardIterator decoded(String iterator, long now) {
        try {
            String code = iterator.substring(iterator.lastIndexOf('|') + 1);
            String[] parts = new String(Base64.getDecoder().decode(code), StandardCharsets.UTF_8).split("\\|", PARTS);
            ShardIterator decoded = new ShardIterator(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
            if (now - decoded.millis > LIFETIME.toMillis()) {
                throw new ServiceException(
                        ErrorCode.EXPIRED_ITERATOR,
                        "Iterator expired. The iterator was created more than 15 minutes ago.");
            }
            return decoded;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw ServiceException.validation("Invalid ShardIterator");
        }
    }
}
