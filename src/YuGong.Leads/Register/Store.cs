using Microsoft.Data.Sqlite;

namespace YuGong.Leads;

/// <summary>
/// One SQLite file. What is deleted is overwritten (<c>secure_delete</c>), temporary tables stay in memory, and a killed
/// program leaves the last whole transaction (write-ahead log, synced at every commit).
/// </summary>
internal sealed class Store : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = [];
    private SqliteTransaction? transaction;

    /// <exception cref="SqliteException">The file is no database, or cannot be opened.</exception>
    public Store(string path, bool create)
    {
        _ = SqliteBinding.IsBound;
        connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, Pooling = false,
            DefaultTimeout = 60,
        }.ToString());
        try
        {
            connection.Open();
            Run("PRAGMA secure_delete = ON");
            Run("PRAGMA temp_store = MEMORY");
            Run("PRAGMA foreign_keys = ON");
            One("PRAGMA journal_mode = WAL");
            Run("PRAGMA synchronous = FULL");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection Connection => connection;

    /// <summary>Done as the last of each transaction.</summary>
    public Action? BeforeCommit { get; set; }

    /// <summary>Done when a transaction is on the disk.</summary>
    public Action? AfterCommit { get; set; }

    public void Script(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this room
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    /// <summary>Values are <c>$1</c>, <c>$2</c> … in the text.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    public object? One(string sql, params ReadOnlySpan<object?> values) =>
        Prepare(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        Each(sql, r => rows.Add(read(r)), values);
        return rows;
    }

    public void Each(string sql, Action<SqliteDataReader> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        while (reader.Read())
        {
            read(reader);
        }
    }

    public long LastId => (long)One("SELECT last_insert_rowid()")!;

    /// <summary>All of the work or nothing. Within another such work it is part of that.</summary>
    public T InOne<T>(Func<T> work)
    {
        if (transaction is not null)
        {
            return work();
        }

        // Not deferred: the lock is taken at once, so that two programs wait for each other instead of failing halfway.
        T result;
        transaction = connection.BeginTransaction(deferred: false);
        try
        {
            result = work();
            BeforeCommit?.Invoke();
            transaction.Commit();
        }
        finally
        {
            transaction.Dispose();
            transaction = null;
        }

        AfterCommit?.Invoke();
        return result;
    }

    /// <summary>Nobody else writes meanwhile, and nothing that is written within is kept.</summary>
    public void Alone(Action work)
    {
        transaction = connection.BeginTransaction(deferred: false);
        try
        {
            work();
        }
        finally
        {
            transaction.Dispose();
            transaction = null;
        }
    }

    public void InOne(Action work) => InOne(() =>
    {
        work();
        return true;
    });

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        transaction?.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // every text is a constant of this room; values are parameters
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            }

            prepared.Add(sql, command);
        }

        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
