-- name: integrity
pragma integrity_check
