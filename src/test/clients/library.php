<?php
// The calls of the vendor's library for PHP: id in place of message_id, tags needed in every reply, line breaks as they are.
declare(strict_types=1);

[, $base, $user, $password] = $argv;

function call(string $action, ?string $document = null): array
{
    global $base, $user, $password;
    $head = ['Authorization: Basic ' . base64_encode("$user:$password"), 'Content-Type: application/json'];
    $options = ['method' => $document === null ? 'GET' : 'POST', 'header' => $head, 'content' => $document ?? ''];
    $reply = json_decode(file_get_contents("$base/api?action=$action", false, stream_context_create(['http' => $options])), true);
    check($reply['http_code'] === 200, $reply);
    return $reply['data'];
}

function message(string $id, string $to, string $text): string
{
    $created = date('Y-m-d\TH:i:s.v');
    $until = date('c', time() + 7 * 24 * 3600);
    return "{\"id\":\"$id\",\"from_connection\":\"\",\"from_address\":\"\",\"from_station\":\"\",\"to_connection\":\"\","
        . "\"to_address\":\"$to\",\"to_station\":\"\",\"text\":\"$text\",\"create_date\":\"$created\",\"valid_until\":\"$until\","
        . "\"time_to_send\":\"-0001-11-30T00:00:00\",\"submit_report_requested\":true,\"delivery_report_requested\":true,"
        . "\"view_report_requested\":true,\"tags\":{\"campaign\":\"spring\"}}";
}

function send(string ...$messages): array
{
    $data = call('sendmsg', '{"messages":[' . implode(',', $messages) . ']}');
    foreach ($data['messages'] as $message) {
        check($message['tags'] === [['name' => 'campaign', 'value' => 'spring']], $message);
    }
    return $data;
}

function check(bool $right, array $reply): void
{
    if (!$right) {
        fwrite(STDERR, json_encode($reply) . "\n");
        exit(1);
    }
}

$one = send(message('php-1', '+36201234567', "php library: one\ntwo + three"));
check($one['success_count'] === 1 && $one['messages'][0]['message_id'] === 'php-1', $one);
check($one['messages'][0]['time_to_send'] === $one['messages'][0]['create_date'], $one);

$order = [message('php-order', '+36201111111', 'php library: order'), message('php-order', '+36202222222', 'php library: order')];
$first = send(...$order);
check(array_column($first['messages'], 'to_address') === ['+36201111111', '+36202222222'], $first);
check(send(...$order) == $first, $first);

$none = send(message('php-2', 'nobody', 'php library: no'));
check($none['total_count'] === 1 && $none['failed_count'] === 1, $none);

$inbox = call('receivemsg&folder=inbox');
check($inbox['folder'] === 'inbox' && is_string($inbox['limit']) && is_array($inbox['data']), $inbox);
